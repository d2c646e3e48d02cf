/// <summary>
/// Queues each new row of table 5339. It runs within the transaction of the synchronization, so it writes one small row
/// and nothing else: an HTTP call here would hold the session, and an error would undo what was synchronized. The event
/// OnAfterLogSynchError would be the natural place, but it is raised with an empty record.
/// </summary>
codeunit 50100 "Error Desk Subscriber"
{
    Access = Internal;
    // Whoever synchronizes runs it, with permissions for this or without.
    InherentEntitlements = X;
    InherentPermissions = X;
    SingleInstance = true;

    [EventSubscriber(ObjectType::Table, Database::"Integration Synch. Job Errors", OnAfterInsertEvent, '', false, false)]
    local procedure QueueAfterInsert(var Rec: Record "Integration Synch. Job Errors")
    var
        Outbox: Record "Error Desk Outbox";
        Setup: Record "Error Desk Setup";
    begin
        if Rec.IsTemporary() then
            exit;
        if not Setup.Get() then
            exit;
        if not Setup.Enabled then
            exit;
        Outbox."Error System Id" := Rec.SystemId;
        if Outbox.Insert() then;
    end;
}
