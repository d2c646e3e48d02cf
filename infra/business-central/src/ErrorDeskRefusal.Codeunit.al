/// <summary>Reads from an answer of the desk why it refused a report.</summary>
codeunit 50117 "Error Desk Refusal"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;

    /// <summary>The reasons in one line. The desk gives them in an array (status 207) or directly in the result (status 400).</summary>
    procedure ReasonOf(Result: JsonObject) Reason: Text
    var
        Errors: JsonToken;
        Fault: JsonToken;
        FaultReason: Text;
    begin
        Reason := FaultOf(Result);
        if Result.Get('errors', Errors) then
            if Errors.IsArray() then
                foreach Fault in Errors.AsArray() do
                    if Fault.IsObject() then begin
                        FaultReason := FaultOf(Fault.AsObject());
                        if (Reason <> '') and (FaultReason <> '') then
                            Reason += '; ';
                        Reason += FaultReason;
                    end;
        if Reason = '' then
            Result.WriteTo(Reason);
    end;

    /// <summary>A text of a JSON object. Empty if it has none of that name.</summary>
    procedure TextOf(Source: JsonObject; Name: Text): Text
    var
        Token: JsonToken;
    begin
        if not Source.Get(Name, Token) then
            exit('');
        if not Token.IsValue() then
            exit('');
        if Token.AsValue().IsNull() then
            exit('');
        exit(Token.AsValue().AsText());
    end;

    local procedure FaultOf(Fault: JsonObject): Text
    var
        Detail: Text;
        Pointer: Text;
    begin
        Detail := TextOf(Fault, 'detail');
        Pointer := TextOf(Fault, 'pointer');
        if (Pointer = '') or (Detail = '') then
            exit(Detail);
        exit(Pointer + ': ' + Detail);
    end;
}
