/// <summary>Adds to Integration Synchronization Errors an action that sends selected errors to the desk.</summary>
pageextension 50100 "Error Desk Errors" extends "Integration Synch. Error List"
{
    actions
    {
        addlast(Processing)
        {
            action(SendToErrorDesk)
            {
                ApplicationArea = All;
                Caption = 'Send to Error Desk';
                Image = SendTo;
                ToolTip = 'Queues the selected errors for the error desk, except those that are in the outbox already. The next run sends them.';

                trigger OnAction()
                var
                    JobErrors: Record "Integration Synch. Job Errors";
                    Outbox: Record "Error Desk Outbox";
                    Telemetry: Codeunit "Error Desk Telemetry";
                    QueuedCount: Integer;
                    SelectedCount: Integer;
                begin
                    CurrPage.SetSelectionFilter(JobErrors);
                    if JobErrors.FindSet() then
                        repeat
                            SelectedCount += 1;
                            if Outbox.Queue(JobErrors.SystemId) then
                                QueuedCount += 1;
                        until JobErrors.Next() = 0;
                    Telemetry.LogQueuedAgain(QueuedCount);
                    Message(QueuedMsg, QueuedCount, SelectedCount);
                end;
            }
        }
    }

    var
        QueuedMsg: Label '%1 of %2 errors were queued. Those that were in the outbox already stay there once.', Comment = '%1 = number of queued errors, %2 = number of selected errors';
}
