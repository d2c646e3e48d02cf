/// <summary>The extension's own telemetry: ids, counts and codes. No text of an error, no key, no address.</summary>
codeunit 50114 "Error Desk Telemetry"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;

    var
        BatchDeliveredTxt: Label 'Error desk: batch delivered', Locked = true;
        BatchNotDeliveredTxt: Label 'Error desk: batch not delivered', Locked = true;
        HeartbeatTxt: Label 'Error desk: heartbeat posted', Locked = true;
        RunFailedTxt: Label 'Error desk: part of a run failed', Locked = true;
        QueuedAgainTxt: Label 'Error desk: errors queued again', Locked = true;
        JobQueueEntrySetUpTxt: Label 'Error desk: job queue entry set up', Locked = true;
        UpgradedTxt: Label 'Error desk: refused errors upgraded', Locked = true;

    procedure LogDelivered(PostedCount: Integer; RefusedCount: Integer; Status: Integer)
    var
        Dimensions: Dictionary of [Text, Text];
    begin
        AddNumber(Dimensions, 'posted', PostedCount);
        AddNumber(Dimensions, 'refused', RefusedCount);
        AddNumber(Dimensions, 'status', Status);
        LogNormal('EDS0001', BatchDeliveredTxt, Dimensions);
    end;

    procedure LogNotDelivered(Outcome: Enum "Error Desk Outcome"; Status: Integer; PostedCount: Integer)
    var
        Dimensions: Dictionary of [Text, Text];
    begin
        Dimensions.Add('outcome', Format(Outcome));
        AddNumber(Dimensions, 'posted', PostedCount);
        AddNumber(Dimensions, 'status', Status);
        LogWarning('EDS0002', BatchNotDeliveredTxt, Dimensions);
    end;

    procedure LogHeartbeat(Outcome: Enum "Error Desk Outcome"; Status: Integer)
    var
        Dimensions: Dictionary of [Text, Text];
    begin
        Dimensions.Add('outcome', Format(Outcome));
        AddNumber(Dimensions, 'status', Status);
        LogNormal('EDS0003', HeartbeatTxt, Dimensions);
    end;

    /// <summary>Something in Business Central failed, not the desk. The error's code is logged, its text is not.</summary>
    procedure LogRunFailed(ErrorCode: Text)
    var
        Dimensions: Dictionary of [Text, Text];
    begin
        Dimensions.Add('errorCode', ErrorCode);
        LogWarning('EDS0004', RunFailedTxt, Dimensions);
    end;

    procedure LogQueuedAgain(QueuedCount: Integer)
    var
        Dimensions: Dictionary of [Text, Text];
    begin
        AddNumber(Dimensions, 'queued', QueuedCount);
        LogNormal('EDS0005', QueuedAgainTxt, Dimensions);
    end;

    procedure LogJobQueueEntrySetUp()
    var
        Dimensions: Dictionary of [Text, Text];
    begin
        LogNormal('EDS0006', JobQueueEntrySetUpTxt, Dimensions);
    end;

    procedure LogUpgraded(RowCount: Integer)
    var
        Dimensions: Dictionary of [Text, Text];
    begin
        AddNumber(Dimensions, 'rows', RowCount);
        LogNormal('EDS0007', UpgradedTxt, Dimensions);
    end;

    local procedure AddNumber(var Dimensions: Dictionary of [Text, Text]; Name: Text; Number: Integer)
    begin
        Dimensions.Add(Name, Format(Number, 0, 9));
    end;

    local procedure LogNormal(EventId: Text; EventText: Text; Dimensions: Dictionary of [Text, Text])
    begin
        Session.LogMessage(EventId, EventText, Verbosity::Normal, DataClassification::SystemMetadata, TelemetryScope::All, Dimensions);
    end;

    local procedure LogWarning(EventId: Text; EventText: Text; Dimensions: Dictionary of [Text, Text])
    begin
        Session.LogMessage(EventId, EventText, Verbosity::Warning, DataClassification::SystemMetadata, TelemetryScope::All, Dimensions);
    end;
}
