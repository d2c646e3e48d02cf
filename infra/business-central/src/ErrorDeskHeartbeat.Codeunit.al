/// <summary>
/// Posts one heartbeat. It raises no error if the heartbeat is lost, or if the desk does not take heartbeats: the next run
/// posts the next one.
/// </summary>
codeunit 50103 "Error Desk Heartbeat"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;

    trigger OnRun()
    begin
        Post();
    end;

    var
        Client: Codeunit "Error Desk Client";
        Outcome: Enum "Error Desk Outcome";

    /// <summary>Writes and posts a heartbeat. Stores nothing.</summary>
    procedure Post(): Enum "Error Desk Outcome"
    var
        HeartbeatBody: Codeunit "Error Desk Heartbeat Body";
        Telemetry: Codeunit "Error Desk Telemetry";
        Body: Text;
    begin
        HeartbeatBody.Write().WriteTo(Body);
        Outcome := Client.Post('/heartbeats', Body);
        Telemetry.LogHeartbeat(Outcome, Client.GetStatus());
        exit(Outcome);
    end;

    /// <summary>Says to people what went wrong with the last heartbeat, in any case.</summary>
    procedure GetProblem(): Text
    begin
        exit(Client.GetProblem());
    end;

    /// <summary>
    /// What went wrong, if an administrator should know. A desk that takes no heartbeats is no problem. A lost heartbeat is
    /// one only if nothing else was posted in this run: then it is the only sign that the desk is away.
    /// </summary>
    procedure GetProblem(IsMorePosted: Boolean): Text
    begin
        case Outcome of
            Outcome::"Not Found":
                exit('');
            Outcome::"No Answer", Outcome::"Not Accepted":
                if IsMorePosted then
                    exit('');
        end;
        exit(Client.GetProblem());
    end;
}
