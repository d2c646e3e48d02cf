/// <summary>
/// Queues each new row of table 5339 (Integration Synch. Job Errors). It runs in the transaction of the synchronization,
/// so it only writes one small row: an HTTP call would delay the session, and an error would roll back the
/// synchronization. The event OnAfterLogSynchError cannot be used, because it is raised with an empty record.
/// </summary>
codeunit 50100 "Error Desk Subscriber"
{
    Access = Internal;
    // Runs as the user who synchronizes, who may lack permissions for this extension.
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
