/// <summary>Posts JSON to the error desk. It raises no error: the caller asks what became of the request.</summary>
codeunit 50110 "Error Desk Client"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;

    var
        Address: Text;
        Answer: Text;
        FailureText: Text;
        Outcome: Enum "Error Desk Outcome";
        Status: Integer;
        BlockedErr: Label 'Business Central blocked the request. On Extension Management, choose this extension, then Configure, and turn on Allow HttpClient Requests.';
        KeyRefusedErr: Label 'The error desk refused the function key (status %1). It must be a key of the functions reportErrors and reportHeartbeat.', Comment = '%1 = HTTP status';
        NoAddressErr: Label 'The address of the error desk is empty.';
        NoAnswerErr: Label 'The error desk at %1 did not answer.', Comment = '%1 = address';
        NotFoundErr: Label 'There is nothing at %1 (status 404). The address of an error desk usually ends in /api.', Comment = '%1 = address';
        NotSentErr: Label 'The request could not be sent: %1', Comment = '%1 = error message';
        StatusErr: Label 'The error desk answered with status %1.', Comment = '%1 = HTTP status';

    /// <summary>Posts a JSON text to a path of the desk, such as /errors.</summary>
    procedure Post(Path: Text; Body: Text): Enum "Error Desk Outcome"
    begin
        Address := '';
        Answer := '';
        FailureText := '';
        Status := 0;
        Outcome := Send(Path, Body);
        exit(Outcome);
    end;

    /// <summary>HTTP status of the last answer. 0 without an answer.</summary>
    procedure GetStatus(): Integer
    begin
        exit(Status);
    end;

    /// <summary>Body of the last answer.</summary>
    procedure GetAnswer(): Text
    begin
        exit(Answer);
    end;

    /// <summary>Says to people what went wrong with the last request. Empty if the desk accepted it.</summary>
    procedure GetProblem(): Text
    begin
        case Outcome of
            Outcome::Accepted:
                exit('');
            Outcome::"No Address":
                exit(NoAddressErr);
            Outcome::"Not Sent":
                exit(StrSubstNo(NotSentErr, FailureText));
            Outcome::Blocked:
                exit(BlockedErr);
            Outcome::"No Answer":
                exit(StrSubstNo(NoAnswerErr, Address));
            Outcome::"Key Refused":
                exit(StrSubstNo(KeyRefusedErr, Status));
            Outcome::"Not Found":
                exit(StrSubstNo(NotFoundErr, Address));
            else
                exit(StrSubstNo(StatusErr, Status));
        end;
    end;

    local procedure Send(Path: Text; Body: Text): Enum "Error Desk Outcome"
    var
        Setup: Record "Error Desk Setup";
        Response: HttpResponseMessage;
        HasAnswer: Boolean;
    begin
        if not Setup.Get() then
            exit(Outcome::"No Address");
        if Setup."Desk URL" = '' then
            exit(Outcome::"No Address");
        Address := Setup."Desk URL";
        if not TryPost(Setup, Path, Body, Response, HasAnswer) then begin
            FailureText := GetLastErrorText();
            exit(Outcome::"Not Sent");
        end;
        if Response.IsBlockedByEnvironment() then
            exit(Outcome::Blocked);
        if not HasAnswer then
            exit(Outcome::"No Answer");
        Status := Response.HttpStatusCode();
        case Status of
            200 .. 299:
                exit(Outcome::Accepted);
            401, 403:
                exit(Outcome::"Key Refused");
            404:
                exit(Outcome::"Not Found");
            else
                exit(Outcome::"Not Accepted");
        end;
    end;

    [TryFunction]
    local procedure TryPost(var Setup: Record "Error Desk Setup"; Path: Text; Body: Text; var Response: HttpResponseMessage; var HasAnswer: Boolean)
    var
        Client: HttpClient;
        Content: HttpContent;
        Headers: HttpHeaders;
        FunctionKey: SecretText;
    begin
        Content.WriteFrom(Body);
        Content.GetHeaders(Headers);
        Headers.Clear();
        Headers.Add('Content-Type', 'application/json');
        FunctionKey := Setup.GetFunctionKey();
        if not FunctionKey.IsEmpty() then
            Client.DefaultRequestHeaders().Add('x-functions-key', FunctionKey);
        // Milliseconds. The desk answers a full batch within a few seconds.
        Client.Timeout := 60000;
        HasAnswer := Client.Post(Address + Path, Content, Response);
        if HasAnswer then
            Response.Content().ReadAs(Answer);
    end;
}
