/// <summary>Sets up the job queue entry that runs the sender.</summary>
codeunit 50113 "Error Desk Job Queue"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;
    Permissions = tabledata "Job Queue Entry" = rim;

    var
        DescriptionTxt: Label 'Send integration errors to the error desk';

    /// <summary>Makes one recurring entry, or restarts the one that exists. True if it made one.</summary>
    procedure SetUp(): Boolean
    var
        JobQueueEntry: Record "Job Queue Entry";
        Telemetry: Codeunit "Error Desk Telemetry";
    begin
        JobQueueEntry.SetRange("Object Type to Run", JobQueueEntry."Object Type to Run"::Codeunit);
        JobQueueEntry.SetRange("Object ID to Run", Codeunit::"Error Desk Sender");
        JobQueueEntry.SetRange("Recurring Job", true);
        if JobQueueEntry.FindFirst() then begin
            if not (JobQueueEntry.Status in [JobQueueEntry.Status::Ready, JobQueueEntry.Status::"In Process", JobQueueEntry.Status::Waiting]) then
                JobQueueEntry.Restart();
            exit(false);
        end;
        Clear(JobQueueEntry);
        JobQueueEntry.InitRecurringJob(MinutesBetweenRuns());
        JobQueueEntry."Object Type to Run" := JobQueueEntry."Object Type to Run"::Codeunit;
        JobQueueEntry."Object ID to Run" := Codeunit::"Error Desk Sender";
        // Attempts are for faults of the server: the sender itself always succeeds.
        JobQueueEntry."Maximum No. of Attempts to Run" := 10;
        JobQueueEntry."Rerun Delay (sec.)" := 60;
        JobQueueEntry.Description := CopyStr(DescriptionTxt, 1, MaxStrLen(JobQueueEntry.Description));
        Codeunit.Run(Codeunit::"Job Queue - Enqueue", JobQueueEntry);
        Telemetry.LogJobQueueEntrySetUp();
        exit(true);
    end;

    local procedure MinutesBetweenRuns(): Integer
    begin
        exit(5);
    end;
}
