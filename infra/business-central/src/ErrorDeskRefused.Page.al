/// <summary>The errors that the desk refused, and why.</summary>
page 50101 "Error Desk Refused"
{
    ApplicationArea = All;
    Caption = 'Error Desk Refused Errors';
    DeleteAllowed = false;
    Editable = false;
    InsertAllowed = false;
    PageType = List;
    Permissions = tabledata "Error Desk Outbox" = rmd,
                  tabledata "Integration Synch. Job Errors" = r;
    SourceTable = "Error Desk Outbox";
    SourceTableView = where(Refused = const(true));
    UsageCategory = Lists;

    layout
    {
        area(Content)
        {
            repeater(Errors)
            {
                field(OccurredAt; JobErrors."Date/Time")
                {
                    Caption = 'Date/Time';
                    ToolTip = 'Specifies when the error happened. It is empty if the error was deleted in Business Central.';
                }
                field(ErrorMessage; JobErrors.Message)
                {
                    Caption = 'Message';
                    ToolTip = 'Specifies the message of the error.';
                }
                field("Refused Because"; Rec."Refused Because")
                {
                    ToolTip = 'Specifies why the error was refused.';
                }
                field("Error System Id"; Rec."Error System Id")
                {
                    ToolTip = 'Specifies the id of the error in Integration Synchronization Errors.';
                    Visible = false;
                }
            }
        }
    }
    actions
    {
        area(Processing)
        {
            action(SendAgain)
            {
                Caption = 'Send Again';
                Image = Refresh;
                ToolTip = 'Lets the next run send the selected errors again.';

                trigger OnAction()
                var
                    Selected: Record "Error Desk Outbox";
                    Outbox: Record "Error Desk Outbox";
                begin
                    CurrPage.SetSelectionFilter(Selected);
                    if Selected.FindSet() then
                        repeat
                            if Outbox.Get(Selected."Entry No.") then
                                Outbox.Release();
                        until Selected.Next() = 0;
                    CurrPage.Update(false);
                end;
            }
            action(DeleteRefused)
            {
                Caption = 'Delete';
                Image = Delete;
                ToolTip = 'Removes the selected errors from this list. They stay in Integration Synchronization Errors, but are not sent.';

                trigger OnAction()
                var
                    Selected: Record "Error Desk Outbox";
                    Outbox: Record "Error Desk Outbox";
                begin
                    CurrPage.SetSelectionFilter(Selected);
                    if Selected.FindSet() then
                        repeat
                            if Outbox.Get(Selected."Entry No.") then
                                Outbox.Delete();
                        until Selected.Next() = 0;
                    CurrPage.Update(false);
                end;
            }
        }
        area(Promoted)
        {
            actionref(SendAgainPromoted; SendAgain)
            {
            }
            actionref(DeleteRefusedPromoted; DeleteRefused)
            {
            }
        }
    }

    trigger OnAfterGetRecord()
    begin
        if not JobErrors.GetBySystemId(Rec."Error System Id") then
            Clear(JobErrors);
    end;

    var
        JobErrors: Record "Integration Synch. Job Errors";
}
