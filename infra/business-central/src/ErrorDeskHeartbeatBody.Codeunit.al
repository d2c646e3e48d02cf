/// <summary>
/// Writes the JSON of a heartbeat: what waits in the outbox, the last runs of the integration table mappings, their job
/// queue entries and the connections. A table that the sending user may not read is left out.
/// </summary>
codeunit 50112 "Error Desk Heartbeat Body"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;
    Permissions = tabledata "CDS Connection Setup" = r,
                  tabledata "CRM Connection Setup" = r,
                  tabledata "CRM Integration Record" = r,
                  tabledata "Error Desk Outbox" = r,
                  tabledata "Integration Synch. Job" = r,
                  tabledata "Integration Table Mapping" = r,
                  tabledata "Job Queue Entry" = r;

    procedure Write() Heartbeat: JsonObject
    var
        EnvironmentInformation: Codeunit "Environment Information";
        AppInfo: ModuleInfo;
    begin
        NavApp.GetCurrentModuleInfo(AppInfo);
        Heartbeat.Add('company', CompanyName());
        AddText(Heartbeat, 'environment', EnvironmentInformation.GetEnvironmentName());
        // Format 9 is the XML format: UTC with a Z at its end.
        Heartbeat.Add('sentAt', Format(CurrentDateTime(), 0, 9));
        Heartbeat.Add('version', Format(AppInfo.AppVersion()));
        AddOutbox(Heartbeat);
        AddMappings(Heartbeat);
        AddJobQueue(Heartbeat);
        AddConnection(Heartbeat);
    end;

    local procedure AddOutbox(var Heartbeat: JsonObject)
    var
        Outbox: Record "Error Desk Outbox";
    begin
        Heartbeat.Add('outboxWaiting', Outbox.CountOf(false));
        Heartbeat.Add('refused', Outbox.CountOf(true));
    end;

    local procedure AddMappings(var Heartbeat: JsonObject)
    var
        Mapping: Record "Integration Table Mapping";
        Mappings: JsonArray;
    begin
        if not Mapping.ReadPermission() then
            exit;
        // Business Central copies a mapping to synchronize single records, and deletes the copy afterwards.
        Mapping.SetRange("Delete After Synchronization", false);
        if Mapping.FindSet() then
            repeat
                AddRuns(Mapping, Mappings);
            until (Mapping.Next() = 0) or (Mappings.Count() >= MaxItems());
        AddRunsOfRemovedMappings(Mappings);
        Heartbeat.Add('mappings', Mappings);
    end;

    /// <summary>Adds the last runs of mappings that were removed since, found by name in the list of jobs.</summary>
    local procedure AddRunsOfRemovedMappings(var Mappings: JsonArray)
    var
        Mapping: Record "Integration Table Mapping";
        RemovedMapping: Record "Integration Table Mapping";
        Job: Record "Integration Synch. Job";
    begin
        if not Job.ReadPermission() then
            exit;
        Job.SetCurrentKey("Integration Table Mapping Name");
        Job.SetRange(Type, Job.Type::Synchronization);
        Job.SetFilter("Integration Table Mapping Name", '<>%1', '');
        while (Mappings.Count() < MaxItems()) and Job.FindFirst() do begin
            if not Mapping.Get(Job."Integration Table Mapping Name") then begin
                RemovedMapping.Name := Job."Integration Table Mapping Name";
                AddRuns(RemovedMapping, Mappings);
            end;
            // One read for each name, not for each job.
            Job.SetFilter("Integration Table Mapping Name", '>%1', Job."Integration Table Mapping Name");
        end;
    end;

    /// <summary>Adds one item for each direction in which the mapping has run, or one without a run.</summary>
    local procedure AddRuns(var Mapping: Record "Integration Table Mapping"; var Mappings: JsonArray)
    var
        ToIntegrationTable: Record "Integration Synch. Job";
        FromIntegrationTable: Record "Integration Synch. Job";
        HasRunFrom: Boolean;
        HasRunTo: Boolean;
    begin
        HasRunTo := FindLastRun(Mapping.Name, ToIntegrationTable."Synch. Direction"::ToIntegrationTable, ToIntegrationTable);
        HasRunFrom := FindLastRun(Mapping.Name, FromIntegrationTable."Synch. Direction"::FromIntegrationTable, FromIntegrationTable);
        if HasRunTo then
            AddRun(Mapping, 'to-integration-table', ToIntegrationTable, Mappings);
        if HasRunFrom and (Mappings.Count() < MaxItems()) then
            AddRun(Mapping, 'from-integration-table', FromIntegrationTable, Mappings);
        if not HasRunTo and not HasRunFrom then
            Mappings.Add(MappingItem(Mapping, DirectionOf(Mapping)));
    end;

    local procedure FindLastRun(MappingName: Code[20]; Direction: Option; var Job: Record "Integration Synch. Job"): Boolean
    begin
        if not Job.ReadPermission() then
            exit(false);
        Job.SetCurrentKey("Start Date/Time", ID);
        Job.SetRange("Integration Table Mapping Name", MappingName);
        Job.SetRange(Type, Job.Type::Synchronization);
        Job.SetRange("Synch. Direction", Direction);
        exit(Job.FindLast());
    end;

    local procedure AddRun(var Mapping: Record "Integration Table Mapping"; Direction: Text; var Job: Record "Integration Synch. Job"; var Mappings: JsonArray)
    var
        MappingRun: JsonObject;
    begin
        MappingRun := MappingItem(Mapping, Direction);
        AddDateTime(MappingRun, 'lastStartAt', Job."Start Date/Time");
        AddDateTime(MappingRun, 'lastFinishAt', Job."Finish Date/Time");
        MappingRun.Add('inserted', Job.Inserted);
        MappingRun.Add('modified', Job.Modified);
        MappingRun.Add('unchanged', Job.Unchanged);
        MappingRun.Add('skipped', Job.Skipped);
        MappingRun.Add('failed', Job.Failed);
        Mappings.Add(MappingRun);
    end;

    local procedure MappingItem(var Mapping: Record "Integration Table Mapping"; Direction: Text) MappingRun: JsonObject
    var
        Coupling: Record "CRM Integration Record";
    begin
        MappingRun.Add('name', Mapping.Name);
        MappingRun.Add('direction', Direction);
        if (Mapping."Table ID" = 0) or not Coupling.ReadPermission() then
            exit;
        // Business Central skips a record after two equal failures in a row.
        Coupling.SetCurrentKey(Skipped, "Table ID");
        Coupling.SetRange(Skipped, true);
        Coupling.SetRange("Table ID", Mapping."Table ID");
        MappingRun.Add('givenUp', Coupling.Count());
    end;

    local procedure DirectionOf(var Mapping: Record "Integration Table Mapping"): Text
    begin
        case Mapping.Direction of
            Mapping.Direction::ToIntegrationTable:
                exit('to-integration-table');
            Mapping.Direction::FromIntegrationTable:
                exit('from-integration-table');
            else
                exit('bidirectional');
        end;
    end;

    /// <summary>Adds the job queue entries that synchronize mappings regularly.</summary>
    local procedure AddJobQueue(var Heartbeat: JsonObject)
    var
        JobQueueEntry: Record "Job Queue Entry";
        Mapping: Record "Integration Table Mapping";
        Jobs: JsonArray;
        Job: JsonObject;
    begin
        if not JobQueueEntry.ReadPermission() or not Mapping.ReadPermission() then
            exit;
        JobQueueEntry.SetRange("Object Type to Run", JobQueueEntry."Object Type to Run"::Codeunit);
        JobQueueEntry.SetRange("Object ID to Run", Codeunit::"Integration Synch. Job Runner");
        JobQueueEntry.SetRange("Recurring Job", true);
        if JobQueueEntry.FindSet() then
            repeat
                if FindMapping(JobQueueEntry."Record ID to Process", Mapping) then begin
                    Clear(Job);
                    Job.Add('mapping', Mapping.Name);
                    Job.Add('status', StatusOf(JobQueueEntry));
                    AddDateTime(Job, 'earliestStartAt', JobQueueEntry."Earliest Start Date/Time");
                    AddText(Job, 'message', JobQueueEntry."Error Message");
                    Jobs.Add(Job);
                end;
            until (JobQueueEntry.Next() = 0) or (Jobs.Count() >= MaxItems());
        Heartbeat.Add('jobQueue', Jobs);
    end;

    local procedure FindMapping(RecId: RecordId; var Mapping: Record "Integration Table Mapping"): Boolean
    begin
        // Get raises an error for a record of another table.
        if RecId.TableNo() <> Database::"Integration Table Mapping" then
            exit(false);
        exit(Mapping.Get(RecId));
    end;

    /// <summary>The status in English, whatever the language of the session.</summary>
    local procedure StatusOf(var JobQueueEntry: Record "Job Queue Entry"): Text
    begin
        case JobQueueEntry.Status of
            JobQueueEntry.Status::Ready:
                exit('Ready');
            JobQueueEntry.Status::"In Process":
                exit('In Process');
            JobQueueEntry.Status::Error:
                exit('Error');
            JobQueueEntry.Status::"On Hold":
                exit('On Hold');
            JobQueueEntry.Status::Finished:
                exit('Finished');
            JobQueueEntry.Status::"On Hold with Inactivity Timeout":
                exit('On Hold with Inactivity Timeout');
            JobQueueEntry.Status::Waiting:
                exit('Waiting');
            else
                exit(Format(JobQueueEntry.Status));
        end;
    end;

    local procedure AddConnection(var Heartbeat: JsonObject)
    var
        DataverseSetup: Record "CDS Connection Setup";
        SalesSetup: Record "CRM Connection Setup";
        Connection: JsonObject;
        Reason: Text;
    begin
        if not DataverseSetup.ReadPermission() or not SalesSetup.ReadPermission() then
            exit;
        if DataverseSetup.Get() then
            Reason := DataverseSetup."Disable Reason";
        if SalesSetup.Get() and (Reason = '') then
            Reason := SalesSetup."Disable Reason";
        Connection.Add('dataverse', DataverseSetup."Is Enabled");
        Connection.Add('sales', SalesSetup."Is Enabled");
        AddText(Connection, 'disableReason', Reason);
        Heartbeat.Add('connection', Connection);
    end;

    local procedure AddText(var Target: JsonObject; Name: Text; Value: Text)
    begin
        if Value <> '' then
            Target.Add(Name, Value);
    end;

    local procedure AddDateTime(var Target: JsonObject; Name: Text; Value: DateTime)
    begin
        if Value <> 0DT then
            Target.Add(Name, Format(Value, 0, 9));
    end;

    /// <summary>The desk takes at most 200 mappings and 200 job queue entries.</summary>
    local procedure MaxItems(): Integer
    begin
        exit(200);
    end;
}
