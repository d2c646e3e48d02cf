/// <summary>Errors that are waiting to be sent, and those that the desk refused. It holds only their ids, so that queuing does not slow down the synchronization.</summary>
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
        key(ErrorId; "Error System Id")
        {
        }
    }

    /// <summary>Queues an error, unless it is in the outbox already. True if it was queued.</summary>
    procedure Queue(ErrorSystemId: Guid): Boolean
    var
        Outbox: Record "Error Desk Outbox";
    begin
        Outbox.SetCurrentKey("Error System Id");
        Outbox.SetRange("Error System Id", ErrorSystemId);
        if not Outbox.IsEmpty() then
            exit(false);
        Clear(Outbox);
        Outbox."Error System Id" := ErrorSystemId;
        exit(Outbox.Insert());
    end;

    /// <summary>Queues the errors of table 5339 from a moment on that are not in the outbox. Gives their number.</summary>
    procedure QueueFrom(FromDateTime: DateTime) QueuedCount: Integer
    var
        JobErrors: Record "Integration Synch. Job Errors";
        Telemetry: Codeunit "Error Desk Telemetry";
    begin
        JobErrors.SetFilter("Date/Time", '>=%1', FromDateTime);
        if JobErrors.FindSet() then
            repeat
                if Queue(JobErrors.SystemId) then
                    QueuedCount += 1;
            until JobErrors.Next() = 0;
        Telemetry.LogQueuedAgain(QueuedCount);
    end;

    /// <summary>Keeps this row with the reason. It is not sent again until somebody asks for it.</summary>
    procedure Refuse(Reason: Text)
    begin
        Rec.Refused := true;
        Rec."Refused Because" := CopyStr(Reason, 1, MaxStrLen(Rec."Refused Because"));
        Rec.Modify();
    end;

    /// <summary>Lets the next run send this refused row again.</summary>
    procedure Release()
    begin
        Rec.Refused := false;
        Rec."Refused Because" := '';
        Rec.Modify();
    end;

    /// <summary>The number of rows that are refused, or that are waiting.</summary>
    procedure CountOf(IsRefused: Boolean): Integer
    var
        Outbox: Record "Error Desk Outbox";
    begin
        Outbox.SetCurrentKey(Refused, "Entry No.");
        Outbox.SetRange(Refused, IsRefused);
        exit(Outbox.Count());
    end;
}
