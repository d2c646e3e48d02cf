/// <summary>Errors that are waiting to be sent. It holds only their ids, so that queuing does not slow down the synchronization.</summary>
table 50100 "Error Desk Outbox"
{
    Access = Internal;
    Caption = 'Error Desk Outbox';
    DataClassification = SystemMetadata;
    InherentEntitlements = RIMDX;
    InherentPermissions = RIMDX;
    ReplicateData = false;

    fields
    {
        field(1; "Entry No."; BigInteger)
        {
            AutoIncrement = true;
            Caption = 'Entry No.';
        }
        field(2; "Error System Id"; Guid)
        {
            Caption = 'Error System Id';
        }
        field(3; Refused; Boolean)
        {
            Caption = 'Refused';
        }
        field(4; "Refused Because"; Text[250])
        {
            Caption = 'Refused Because';
        }
    }
    keys
    {
        key(PK; "Entry No.")
        {
            Clustered = true;
        }
        key(Waiting; Refused, "Entry No.")
        {
        }
    }
}
