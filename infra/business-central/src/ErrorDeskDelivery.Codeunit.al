/// <summary>
/// Posts the waiting errors in batches until none is waiting or the desk accepts no more. Rows that it does not
/// settle stay in the outbox, and the next run sends them again. The desk stores each error once, however often it is sent.
/// </summary>
codeunit 50111 "Error Desk Delivery"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;
    Permissions = tabledata "Error Desk Outbox" = rimd,
                  tabledata "Integration Synch. Job Errors" = r;

    trigger OnRun()
    begin
        BatchSize := MaxBatchSize();
        while SendBatch() do;
    end;

    var
        BatchSize: Integer;
        IsAnyAccepted: Boolean;
        IsAnyPosted: Boolean;
        Problem: Text;
        NotWrittenErr: Label 'Business Central could not read the error: %1', Comment = '%1 = error message';
        TooLargeErr: Label 'The error is too large for the error desk.';
        UnknownAnswerErr: Label 'The answer (status %1) is not the answer of an error desk. Check the address.', Comment = '%1 = HTTP status';

    /// <summary>True if the desk accepted at least one batch.</summary>
    procedure HasSent(): Boolean
    begin
        exit(IsAnyAccepted);
    end;

    /// <summary>True if at least one batch was posted, whatever became of it.</summary>
    procedure HasPosted(): Boolean
    begin
        exit(IsAnyPosted);
    end;

    /// <summary>What stopped the delivery. Empty if all waiting errors were settled.</summary>
    procedure GetProblem(): Text
    begin
        exit(Problem);
    end;

    /// <summary>Posts the oldest waiting errors. False if there is nothing more to do in this run.</summary>
    local procedure SendBatch(): Boolean
    var
        Client: Codeunit "Error Desk Client";
        Telemetry: Codeunit "Error Desk Telemetry";
        Entries: List of [BigInteger];
        Reports: JsonArray;
        Results: JsonArray;
        Body: Text;
        Outcome: Enum "Error Desk Outcome";
        RefusedCount: Integer;
        SettledCount: Integer;
    begin
        if not CollectBatch(Reports, Entries) then
            exit(false);
        // No lock is held during the HTTP call.
        Commit();
        if Entries.Count() = 0 then
            exit(true);
        Reports.WriteTo(Body);
        IsAnyPosted := true;
        Outcome := Client.Post('/errors', Body);
        if Client.GetStatus() = 413 then
            exit(MakeSmaller(Entries));
        if not FindResults(Client, Results) then begin
            Problem := Client.GetProblem();
            if Problem = '' then
                Problem := StrSubstNo(UnknownAnswerErr, Client.GetStatus());
            Telemetry.LogNotDelivered(Outcome, Client.GetStatus(), Entries.Count());
            exit(false);
        end;
        SettledCount := Settle(Results, Entries, RefusedCount);
        Commit();
        Telemetry.LogDelivered(Entries.Count(), RefusedCount, Client.GetStatus());
        if SettledCount = 0 then begin
            // Sending the same batch again would give the same answer.
            Problem := StrSubstNo(UnknownAnswerErr, Client.GetStatus());
            exit(false);
        end;
        IsAnyAccepted := true;
        exit(true);
    end;

    /// <summary>Writes the reports of the oldest waiting rows. False if no row is waiting.</summary>
    local procedure CollectBatch(var Reports: JsonArray; var Entries: List of [BigInteger]): Boolean
    var
        Outbox: Record "Error Desk Outbox";
    begin
        Outbox.SetCurrentKey(Refused, "Entry No.");
        Outbox.SetRange(Refused, false);
        if not Outbox.FindSet() then
            exit(false);
        repeat
            AddReport(Outbox, Reports, Entries);
        until (Outbox.Next() = 0) or (Entries.Count() >= BatchSize);
        exit(true);
    end;

    local procedure AddReport(var Outbox: Record "Error Desk Outbox"; var Reports: JsonArray; var Entries: List of [BigInteger])
    var
        JobErrors: Record "Integration Synch. Job Errors";
        OutboxEntry: Record "Error Desk Outbox";
        ErrorDeskReport: Codeunit "Error Desk Report";
        ErrorReport: JsonObject;
    begin
        if not JobErrors.GetBySystemId(Outbox."Error System Id") then begin
            // The error was deleted in Business Central before it was sent.
            if OutboxEntry.Get(Outbox."Entry No.") then
                OutboxEntry.Delete();
            exit;
        end;
        if not ErrorDeskReport.TryWrite(JobErrors, ErrorReport) then begin
            // One row that cannot be read must not stop the others.
            if OutboxEntry.Get(Outbox."Entry No.") then
                OutboxEntry.Refuse(StrSubstNo(NotWrittenErr, GetLastErrorText()));
            exit;
        end;
        Reports.Add(ErrorReport);
        Entries.Add(Outbox."Entry No.");
    end;

    /// <summary>Halves the next batch after an answer 413, or refuses a single report. True: continue.</summary>
    local procedure MakeSmaller(Entries: List of [BigInteger]): Boolean
    var
        Outbox: Record "Error Desk Outbox";
    begin
        if Entries.Count() > 1 then
            BatchSize := Entries.Count() div 2
        else
            if Outbox.Get(Entries.Get(1)) then begin
                Outbox.Refuse(TooLargeErr);
                Commit();
            end;
        exit(true);
    end;

    /// <summary>The results in an answer: one for each report. False if the answer has none.</summary>
    local procedure FindResults(var Client: Codeunit "Error Desk Client"; var Results: JsonArray): Boolean
    var
        Refusal: Codeunit "Error Desk Refusal";
        Answer: JsonObject;
    begin
        if not Answer.ReadFrom(Client.GetAnswer()) then
            exit(false);
        case Client.GetStatus() of
            201, 207:
                exit(FindArray(Answer, 'results', Results));
            400:
                // No report is valid. Each element of errors has the index of its report.
                if Refusal.TextOf(Answer, 'code') = 'invalid-reports' then
                    exit(FindArray(Answer, 'errors', Results));
        end;
        exit(false);
    end;

    local procedure FindArray(Answer: JsonObject; Name: Text; var Found: JsonArray): Boolean
    var
        Token: JsonToken;
    begin
        if not Answer.Get(Name, Token) then
            exit(false);
        if not Token.IsArray() then
            exit(false);
        Found := Token.AsArray();
        exit(true);
    end;

    /// <summary>Deletes the rows of stored, duplicate and expired reports. Keeps the rows of refused reports with the reason. Gives the number of rows it changed.</summary>
    local procedure Settle(Results: JsonArray; Entries: List of [BigInteger]; var RefusedCount: Integer) SettledCount: Integer
    var
        Outbox: Record "Error Desk Outbox";
        Refusal: Codeunit "Error Desk Refusal";
        Result: JsonToken;
        Index: Integer;
    begin
        foreach Result in Results do
            if FindIndex(Result, Entries.Count(), Index) then
                if Outbox.Get(Entries.Get(Index)) then
                    case Refusal.TextOf(Result.AsObject(), 'outcome') of
                        'stored', 'duplicate', 'expired':
                            begin
                                Outbox.Delete();
                                SettledCount += 1;
                            end;
                        'invalid', '':
                            // A report with several faults has several elements in an answer 400.
                            if not Outbox.Refused then begin
                                Outbox.Refuse(Refusal.ReasonOf(Result.AsObject()));
                                RefusedCount += 1;
                                SettledCount += 1;
                            end;
                    end;
    end;

    /// <summary>The position in the batch that a result is about, counted from 1. False if it names none.</summary>
    local procedure FindIndex(Result: JsonToken; Size: Integer; var Position: Integer): Boolean
    var
        Refusal: Codeunit "Error Desk Refusal";
    begin
        if not Result.IsObject() then
            exit(false);
        if not Evaluate(Position, Refusal.TextOf(Result.AsObject(), 'index')) then
            exit(false);
        Position += 1;
        exit((Position >= 1) and (Position <= Size));
    end;

    /// <summary>Most reports in a batch. Stays below the desk's limits of 10,000 reports and 10 MiB, even if every call stack has 30,000 characters.</summary>
    local procedure MaxBatchSize(): Integer
    begin
        exit(200);
    end;
}
