/// <summary>Address of the error desk, and how the last run went. The function key is in isolated storage, not in this table.</summary>
table 50101 "Error Desk Setup"
{
    Access = Internal;
    Caption = 'Error Desk Setup';
    DataClassification = SystemMetadata;
    InherentEntitlements = RIMX;
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
                Rec."Desk URL" := CopyStr(Rec."Desk URL".Trim().TrimEnd('/'), 1, MaxStrLen(Rec."Desk URL"));
                if (Rec."Desk URL" <> '') and not Rec."Desk URL".ToLower().StartsWith('https://') then
                    Error(HttpsErr);
            end;
        }
        field(3; Enabled; Boolean)
        {
            Caption = 'Enabled';
        }
        field(4; "Last Sent At"; DateTime)
        {
            Caption = 'Last Sent At';
            Editable = false;
        }
        field(5; "Last Problem"; Text[500])
        {
            Caption = 'Last Problem';
            Editable = false;
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

    /// <summary>Gets the only row of this table. Makes it if there is none.</summary>
    [InherentPermissions(PermissionObjectType::TableData, Database::"Error Desk Setup", 'ri')]
    procedure GetOrCreate()
    begin
        if Rec.Get() then
            exit;
        Rec.Init();
        Rec.Insert();
    end;

    /// <summary>Saves how a run of the sender ended. An empty problem removes the last one.</summary>
    [InherentPermissions(PermissionObjectType::TableData, Database::"Error Desk Setup", 'rm')]
    procedure SaveRun(HasSent: Boolean; Problem: Text)
    var
        NewProblem: Text[500];
    begin
        NewProblem := CopyStr(Problem, 1, MaxStrLen(NewProblem));
        Rec.LockTable();
        Rec.Get();
        if not HasSent and (Rec."Last Problem" = NewProblem) then
            exit;
        if HasSent then
            Rec."Last Sent At" := CurrentDateTime();
        Rec."Last Problem" := NewProblem;
        Rec.Modify();
    end;
}
