page 50100 "Error Desk Setup"
{
    ApplicationArea = All;
    Caption = 'Error Desk Setup';
    DeleteAllowed = false;
    InsertAllowed = false;
    PageType = Card;
    SourceTable = "Error Desk Setup";
    UsageCategory = Administration;

    layout
    {
        area(Content)
        {
            group(General)
            {
                field("Desk URL"; Rec."Desk URL")
                {
                    ToolTip = 'Specifies the address of the error desk, such as https://contoso-error-desk.azurewebsites.net/api.';
                }
                field(FunctionKey; NewKey)
                {
                    Caption = 'Function Key';
                    ExtendedDatatype = Masked;
                    ToolTip = 'Specifies a key of the function reportErrors. It allows reporting only, and is not shown again.';

                    trigger OnValidate()
                    begin
                        Rec.SetFunctionKey(NewKey);
                        Clear(NewKey);
                    end;
                }
                field(Enabled; Rec.Enabled)
                {
                    ToolTip = 'Specifies whether new errors are queued and sent.';
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
                ToolTip = 'Sends the waiting errors now.';

                trigger OnAction()
                begin
                    Codeunit.Run(Codeunit::"Error Desk Sender");
                end;
            }
        }
    }

    trigger OnOpenPage()
    begin
        if not Rec.Get() then begin
            Rec.Init();
            Rec.Insert();
        end;
    end;

    var
        [NonDebuggable]
        NewKey: Text;
}
