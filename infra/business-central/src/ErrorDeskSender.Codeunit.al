/// <summary>
/// Sends the waiting errors, then a heartbeat. Run it from a recurring job queue entry. The run succeeds whatever the desk
/// or the network answers, because a job in status Error stays there until somebody restarts it. What is wrong is on the
/// page Error Desk Setup, and the next run sends what is still waiting.
/// </summary>
codeunit 50102 "Error Desk Sender"
{
    // The job queue runs this codeunit by its id, as the user of the job queue entry.
    InherentEntitlements = X;
    InherentPermissions = X;

    trigger OnRun()
    var
        Setup: Record "Error Desk Setup";
        Delivery: Codeunit "Error Desk Delivery";
        Heartbeat: Codeunit "Error Desk Heartbeat";
        Telemetry: Codeunit "Error Desk Telemetry";
        Problem: Text;
    begin
        if not Setup.Get() then
            exit;
        if not Setup.Enabled then
            exit;
        if Delivery.Run() then
            Problem := Delivery.GetProblem()
        else begin
            Problem := GetLastErrorText();
            Telemetry.LogRunFailed(GetLastErrorCode());
        end;
        if not Heartbeat.Run() then
            Telemetry.LogRunFailed(GetLastErrorCode());
        if Problem = '' then
            Problem := Heartbeat.GetProblem(Delivery.HasPosted());
        Setup.SaveRun(Delivery.HasSent(), Problem);
    end;
}
