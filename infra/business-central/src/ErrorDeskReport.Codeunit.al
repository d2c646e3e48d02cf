/// <summary>Converts a row of Integration Synchronization Errors to a JSON report for the error desk.</summary>
codeunit 50101 "Error Desk Report"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;
    Permissions = tabledata "Integration Synch. Job" = r,
                  tabledata "Integration Synch. Job Errors" = r;

    /// <summary>Writes the report of a row. False if Business Central raises an error meanwhile, such as a missing permission.</summary>
    [TryFunction]
    procedure TryWrite(var JobErrors: Record "Integration Synch. Job Errors"; var ErrorReport: JsonObject)
    begin
        ErrorReport := Write(JobErrors);
    end;

    local procedure Write(var JobErrors: Record "Integration Synch. Job Errors") ErrorReport: JsonObject
    var
        Job: Record "Integration Synch. Job";
        EnvironmentInformation: Codeunit "Environment Information";
    begin
        // Format 9 is the XML format: UTC with a Z at its end.
        ErrorReport.Add('occurredAt', Format(JobErrors."Date/Time", 0, 9));
        ErrorReport.Add('message', MessageOf(JobErrors));
        ErrorReport.Add('company', CompanyName());
        ErrorReport.Add('environment', EnvironmentInformation.GetEnvironmentName());
        // A "No." may be reused after a clean-up, but a SystemId never is.
        ErrorReport.Add('errorId', IdText(JobErrors.SystemId));
        AddText(ErrorReport, 'callStack', CallStackOf(JobErrors));
        AddSide(ErrorReport, 'source', JobErrors."Source Record ID");
        AddSide(ErrorReport, 'destination', JobErrors."Destination Record ID");
        if not Job.Get(JobErrors."Integration Synch. Job ID") then
            exit;
        ErrorReport.Add('jobId', IdText(Job.ID));
        AddText(ErrorReport, 'mapping', Job."Integration Table Mapping Name");
        case Job.Type of
            Job.Type::Synchronization:
                ErrorReport.Add('jobType', 'synchronization');
            Job.Type::Uncoupling:
                ErrorReport.Add('jobType', 'uncoupling');
            Job.Type::Coupling:
                ErrorReport.Add('jobType', 'coupling');
        end;
        case Job."Synch. Direction" of
            Job."Synch. Direction"::ToIntegrationTable:
                ErrorReport.Add('direction', 'to-integration-table');
            Job."Synch. Direction"::FromIntegrationTable:
                ErrorReport.Add('direction', 'from-integration-table');
        end;
    end;

    local procedure MessageOf(var JobErrors: Record "Integration Synch. Job Errors"): Text
    begin
        if JobErrors."Error Message" <> '' then
            exit(JobErrors."Error Message");
        exit(JobErrors.Message);
    end;

    local procedure CallStackOf(var JobErrors: Record "Integration Synch. Job Errors"): Text
    var
        TypeHelper: Codeunit "Type Helper";
        Stream: InStream;
    begin
        JobErrors.CalcFields("Exception Detail");
        if not JobErrors."Exception Detail".HasValue() then
            exit('');
        JobErrors."Exception Detail".CreateInStream(Stream, TextEncoding::Windows);
        // The desk keeps 30,000 characters, so the rest is not sent.
        exit(CopyStr(TypeHelper.ReadAsTextWithSeparator(Stream, TypeHelper.LFSeparator()), 1, 30000));
    end;

    /// <summary>Adds the source or the destination. Business Central may leave either empty; then nothing is added.</summary>
    local procedure AddSide(var ErrorReport: JsonObject; Name: Text; RecId: RecordId)
    var
        TableMetadata: Record "Table Metadata";
        Side: JsonObject;
    begin
        if RecId.TableNo() = 0 then
            exit;
        if not TableMetadata.Get(RecId.TableNo()) then
            exit;
        Side.Add('recordId', CopyStr(Format(RecId), 1, 512));
        if TableMetadata.TableType = TableMetadata.TableType::CRM then begin
            Side.Add('app', 'dataverse');
            Side.Add('table', TableMetadata.ExternalName);
        end else begin
            Side.Add('app', 'business-central');
            Side.Add('table', TableMetadata.Name);
            AddText(Side, 'url', UrlOf(RecId));
        end;
        ErrorReport.Add(Name, Side);
    end;

    /// <summary>A link that opens the record. Empty if the record is deleted, has no page, or the sending user may not read it.</summary>
    local procedure UrlOf(RecId: RecordId): Text
    var
        PageManagement: Codeunit "Page Management";
        RecRef: RecordRef;
        PageId: Integer;
    begin
        RecRef.Open(RecId.TableNo());
        // Without this check, one table without read permission would stop all reports.
        if not RecRef.ReadPermission() then
            exit('');
        if not RecRef.Get(RecId) then
            exit('');
        PageId := PageManagement.GetPageID(RecRef);
        if PageId = 0 then
            exit('');
        exit(GetUrl(ClientType::Web, CompanyName(), ObjectType::Page, PageId, RecRef));
    end;

    local procedure AddText(var Target: JsonObject; Name: Text; Value: Text)
    begin
        if Value <> '' then
            Target.Add(Name, Value);
    end;

    local procedure IdText(Id: Guid): Text
    begin
        exit(LowerCase(Format(Id, 0, 4)));
    end;
}
