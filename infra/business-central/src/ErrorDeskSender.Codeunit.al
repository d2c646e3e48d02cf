/// <summary>
/// Posts the waiting errors in batches. Run it from a recurring job queue entry. If a batch fails, its rows stay in the
/// outbox and the next run sends them again. The desk stores each error once, however often it is sent.
/// </summary>
codeunit 50102 "Error Desk Sender"
{
    // The job queue runs this codeunit by its id, as the user of the job queue entry.
    InherentEntitlements = X;
    InherentPermissions = X;
    Permissions = tabledata "Error Desk Outbox" = rimd,
                  tabledata "Integration Synch. Job Errors" = r;

    trigger OnRun()
    var
        Setup: Record "Error Desk Setup";
    begin
        if not Setup.Get() then
            exit;
        if not Setup.Enabled then
            exit;
        Setup.TestField("Desk URL");
        while SendBatch(Setup) do
            Commit();
    end;

    var
        NoAnswerErr: Label 'The error desk at %1 did not answer. Check that "Allow HttpClient Requests" is on for this extension.', Comment = '%1 = address';
        StatusErr: Label 'The error desk answered %1. The errors stay in the outbox and will be sent again.', Comment = '%1 = HTTP status';

    /// <summary>Sends a batch of the oldest waiting errors. False if no error is waiting.</summary>
    local procedure SendBatch(var Setup: Record "Error Desk Setup"): Boolean
    var
        Outbox: Record "Error Desk Outbox";
        Entries: List of [BigInteger];
        Reports: JsonArray;
    begin
        Outbox.SetCurrentKey(Refused, "Entry No.");
        Outbox.SetRange(Refused, false);
        if not Outbox.FindSet() then
            exit(false);
        repeat
            AddReport(Outbox, Reports, Entries);
        until (Outbox.Next() = 0) or (Reports.Count() >= BatchSize());
        if Reports.Count() > 0 then
            Settle(Post(Setup, Reports), Entries);
        exit(true);
    end;

    local procedure AddReport(var Outbox: Record "Error Desk Outbox"; var Reports: JsonArray; var Entries: List of [BigInteger])
    var
        JobErrors: Record "Integration Synch. Job Errors";
        OutboxEntry: Record "Error Desk Outbox";
        ErrorDeskReport: Codeunit "Error Desk Report";
    begin
        if not JobErrors.GetBySystemId(Outbox."Error System Id") then begin
            // The error was deleted in Business Central before it was sent.
            OutboxEntry.Get(Outbox."Entry No.");
            OutboxEntry.Delete();
            exit;
        end;
        Reports.Add(ErrorDeskReport.Write(JobErrors));
        Entries.Add(Outbox."Entry No.");
    end;

    /// <summary>Posts the reports. Gives one result for each report; raises an error if the answer has no results.</summary>
    local procedure Post(var Setup: Record "Error Desk Setup"; Reports: JsonArray): JsonArray
    var
        Client: HttpClient;
        Content: HttpContent;
        Headers: HttpHeaders;
        Response: HttpResponseMessage;
        Answer: JsonObject;
        ProblemCode: JsonToken;
        Results: JsonToken;
        Body: Text;
    begin
        Reports.WriteTo(Body);
        Content.WriteFrom(Body);
        Content.GetHeaders(Headers);
        Headers.Clear();
        Headers.Add('Content-Type', 'application/json');
        Client.DefaultRequestHeaders().Add('x-functions-key', Setup.GetFunctionKey());
        if not Client.Post(Setup."Desk URL" + '/errors', Content, Response) then
            Error(NoAnswerErr, Setup."Desk URL");
        Response.Content().ReadAs(Body);
        if not Answer.ReadFrom(Body) then
            Error(StatusErr, Response.HttpStatusCode());
        case Response.HttpStatusCode() of
            201, 207:
                Answer.Get('results', Results);
            400:
                begin
                    // No report is valid. Each element of errors has the index of its report.
                    Answer.Get('code', ProblemCode);
                    if ProblemCode.AsValue().AsText() <> 'invalid-reports' then
                        Error(StatusErr, Response.HttpStatusCode());
                    Answer.Get('errors', Results);
                end;
            else
                Error(StatusErr, Response.HttpStatusCode());
        end;
        exit(Results.AsArray());
    end;

    /// <summary>Deletes the rows of stored, duplicate and expired reports. Keeps the rows of refused reports with the reason.</summary>
    local procedure Settle(Results: JsonArray; Entries: List of [BigInteger])
    var
        Outbox: Record "Error Desk Outbox";
        Result: JsonToken;
        Index: JsonToken;
    begin
        foreach Result in Results do begin
            Result.AsObject().Get('index', Index);
            if Outbox.Get(Entries.Get(Index.AsValue().AsInteger() + 1)) then
                if IsSettled(Result.AsObject()) then
                    Outbox.Delete()
                else
                    Refuse(Outbox, Result);
        end;
    end;

    local procedure IsSettled(Result: JsonObject): Boolean
    var
        Outcome: JsonToken;
    begin
        if not Result.Get('outcome', Outcome) then
            exit(false);
        exit(Outcome.AsValue().AsText() in ['stored', 'duplicate', 'expired']);
    end;

    local procedure Refuse(var Outbox: Record "Error Desk Outbox"; Result: JsonToken)
    var
        Reason: Text;
    begin
        Result.WriteTo(Reason);
        Outbox.Refused := true;
        Outbox."Refused Because" := CopyStr(Reason, 1, MaxStrLen(Outbox."Refused Because"));
        Outbox.Modify();
    end;

    /// <summary>Reports in a batch. Stays below the desk's limits of 10,000 reports and 10 MiB, even if every call stack has 30,000 characters.</summary>
    local procedure BatchSize(): Integer
    begin
        exit(200);
    end;
}
