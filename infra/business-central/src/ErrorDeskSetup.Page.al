page 50100 "Error Desk Setup"
{
    ApplicationArea = All;
    Caption = 'Error Desk Setup';
    DeleteAllowed = false;
    InsertAllowed = false;
    PageType = Card;
    Permissions = tabledata "Error Desk Outbox" = rim,
                  tabledata "Integration Synch. Job Errors" = r;
    SourceTable = "Error Desk Setup";
    UsageCategory = Administration;

    layout
    {
        area(Content)
        {
            group(General)
            {
                Caption = 'General';

                field("Desk URL"; Rec."Desk URL")
                {
                    ToolTip = 'Specifies the address of the error desk, such as https://contoso-error-desk.azurewebsites.net/api.';
                }
                field(FunctionKey; NewKey)
                {
                    Caption = 'Function Key';
                    ExtendedDatatype = Masked;
                    ToolTip = 'Specifies a key of the functions reportErrors and reportHeartbeat. It allows reporting only, and is not shown again.';

                    trigger OnValidate()
                    begin
                        Rec.SetFunctionKey(NewKey.Trim());
                        Clear(NewKey);
                    end;
                }
                field(Enabled; Rec.Enabled)
                {
                    ToolTip = 'Specifies whether new errors are queued and sent.';
                }
            }
            group(Status)
            {
                Caption = 'Status';

                field("Last Sent At"; Rec."Last Sent At")
                {
                    Editable = false;
                    ToolTip = 'Specifies when the error desk last accepted errors.';
                }
                field("Last Problem"; Rec."Last Problem")
                {
                    Editable = false;
                    MultiLine = true;
                    ToolTip = 'Specifies what went wrong in the last run. It is empty if nothing did. Errors that were not sent are waiting, and the next run sends them.';
                }
                field(WaitingErrors; Outbox.CountOf(false))
                {
                    Caption = 'Waiting Errors';
                    Editable = false;
                    ToolTip = 'Specifies how many errors are waiting to be sent.';
                }
                field(RefusedErrors; Outbox.CountOf(true))
                {
                    Caption = 'Refused Errors';
                    Editable = false;
                    ToolTip = 'Specifies how many errors the error desk refused. Choose the number to see why.';

                    trigger OnDrillDown()
                    begin
                        Page.Run(Page::"Error Desk Refused");
                    end;
                }
            }
            group(Recovery)
            {
                Caption = 'Recovery';

                field(SendAgainFrom; SendAgainFrom)
                {
                    Caption = 'Send Again From';
                    ToolTip = 'Specifies the date and time from which the action Send Again queues errors.';
                }
            }
        }
    }
    actions
    {
        area(Processing)
        {
            action(SendNow)
            {
                Caption = 'Send Now';
                Image = SendTo;
                ToolTip = 'Sends the waiting errors and a heartbeat now.';

                trigger OnAction()
                begin
                    Rec.TestField(Enabled);
                    Codeunit.Run(Codeunit::"Error Desk Sender");
                    Rec.Get();
                    CurrPage.Update(false);
                    if Rec."Last Problem" <> '' then
                        Message(Rec."Last Problem");
                end;
            }
            action(SendAgain)
            {
                Caption = 'Send Again';
                Image = Refresh;
                ToolTip = 'Queues all errors that Business Central still has from the date and time in Send Again From on, except those that are in the outbox. Use it after the error desk lost data. The error desk stores each error once.';

                trigger OnAction()
                begin
                    if SendAgainFrom = 0DT then
                        Error(NoSendAgainFromErr);
                    Message(QueuedMsg, Outbox.QueueFrom(SendAgainFrom));
                    CurrPage.Update(false);
                end;
            }
            action(TestConnection)
            {
                Caption = 'Test Connection';
                Image = TestDatabase;
                ToolTip = 'Posts a heartbeat and says what the error desk answers. Nothing is stored in Business Central, and no error is sent.';

                trigger OnAction()
                var
                    Heartbeat: Codeunit "Error Desk Heartbeat";
                begin
                    case Heartbeat.Post() of
                        "Error Desk Outcome"::Accepted:
                            Message(ConnectionWorksMsg);
                        "Error Desk Outcome"::"Not Found":
                            Message(NoHeartbeatsMsg);
                        else
                            Message(Heartbeat.GetProblem());
                    end;
                end;
            }
            action(SetUpJobQueueEntry)
            {
                Caption = 'Set Up Job Queue Entry';
                Image = Job;
                ToolTip = 'Makes a job queue entry that sends waiting errors every 5 minutes. If there is one, it stays the only one, and is restarted if it has stopped.';

                trigger OnAction()
                var
                    JobQueue: Codeunit "Error Desk Job Queue";
                begin
                    if JobQueue.SetUp() then
                        Message(JobQueueEntryMadeMsg)
                    else
                        Message(JobQueueEntryExistsMsg);
                end;
            }
        }
        area(Navigation)
        {
            action(ShowRefused)
            {
                Caption = 'Refused Errors';
                Image = ErrorLog;
                RunObject = page "Error Desk Refused";
                ToolTip = 'Shows the errors that the error desk refused, and why.';
            }
            action(ShowJobQueueEntries)
            {
                Caption = 'Job Queue Entries';
                Image = List;
                RunObject = page "Job Queue Entries";
                ToolTip = 'Shows the job queue entries of this company.';
            }
        }
        area(Promoted)
        {
            actionref(TestConnectionPromoted; TestConnection)
            {
            }
            actionref(SetUpJobQueueEntryPromoted; SetUpJobQueueEntry)
            {
            }
            actionref(SendNowPromoted; SendNow)
            {
            }
            actionref(SendAgainPromoted; SendAgain)
            {
            }
            actionref(ShowRefusedPromoted; ShowRefused)
            {
            }
        }
    }

    trigger OnOpenPage()
    begin
        Rec.GetOrCreate();
    end;

    var
        Outbox: Record "Error Desk Outbox";
        [NonDebuggable]
        NewKey: Text;
        SendAgainFrom: DateTime;
        ConnectionWorksMsg: Label 'The connection works: the error desk accepted a heartbeat.';
        JobQueueEntryExistsMsg: Label 'There is a job queue entry already. It runs.';
        JobQueueEntryMadeMsg: Label 'The job queue entry runs every 5 minutes.';
        NoHeartbeatsMsg: Label 'The address answers, but it takes no heartbeats (status 404). Check that it is the address of the error desk: it usually ends in /api. An older error desk takes errors, but no heartbeats.';
        NoSendAgainFromErr: Label 'Enter a date and time in Send Again From first.';
        QueuedMsg: Label '%1 errors were queued. The next run sends them.', Comment = '%1 = number of errors';
}
