/// <summary>Address of the error desk. The function key is in isolated storage, not in this table.</summary>
table 50101 "Error Desk Setup"
{
    Access = Internal;
    Caption = 'Error Desk Setup';
    DataClassification = SystemMetadata;
    InherentEntitlements = RX;
    InherentPermissions = RX;
    ReplicateData = false;

    fields
    {
        field(1; "Primary Key"; Code[10])
        {
            Caption = 'Primary Key';
        }
        field(2; "Desk URL"; Text[250])
        {
            Caption = 'Desk URL';

            trigger OnValidate()
            begin
                if (Rec."Desk URL" <> '') and not Rec."Desk URL".StartsWith('https://') then
                    Error(HttpsErr);
            end;
        }
        field(3; Enabled; Boolean)
        {
            Caption = 'Enabled';
        }
    }
    keys
    {
        key(PK; "Primary Key")
        {
            Clustered = true;
        }
    }

    var
        HttpsErr: Label 'The address must begin with https://.';
        KeyNameTok: Label 'ErrorDeskFunctionKey', Locked = true;

    procedure SetFunctionKey(NewKey: SecretText)
    begin
        IsolatedStorage.Set(KeyNameTok, NewKey, DataScope::Company);
    end;

    procedure GetFunctionKey() FunctionKey: SecretText
    begin
        if not IsolatedStorage.Get(KeyNameTok, DataScope::Company, FunctionKey) then
            Clear(FunctionKey);
    end;
}
