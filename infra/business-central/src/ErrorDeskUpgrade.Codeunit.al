/// <summary>Brings the data of an older version up to date, each step once for each company.</summary>
codeunit 50116 "Error Desk Upgrade"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;
    Permissions = tabledata "Error Desk Outbox" = rm;
    Subtype = Upgrade;

    trigger OnUpgradePerCompany()
    var
        Setup: Record "Error Desk Setup";
        UpgradeTags: Codeunit "Error Desk Upgrade Tags";
        UpgradeTag: Codeunit "Upgrade Tag";
    begin
        Setup.GetOrCreate();
        if UpgradeTag.HasUpgradeTag(UpgradeTags.ReadableReasons()) then
            exit;
        MakeReasonsReadable();
        UpgradeTag.SetUpgradeTag(UpgradeTags.ReadableReasons());
    end;

    /// <summary>Version 0.1 kept the desk's JSON as the reason of a refusal. JSON that it cut stays as it is.</summary>
    local procedure MakeReasonsReadable()
    var
        Outbox: Record "Error Desk Outbox";
        OutboxEntry: Record "Error Desk Outbox";
        Refusal: Codeunit "Error Desk Refusal";
        Telemetry: Codeunit "Error Desk Telemetry";
        Result: JsonObject;
        RowCount: Integer;
    begin
        Outbox.SetRange(Refused, true);
        if Outbox.FindSet() then
            repeat
                Clear(Result);
                if Result.ReadFrom(Outbox."Refused Because") then
                    if OutboxEntry.Get(Outbox."Entry No.") then begin
                        OutboxEntry.Refuse(Refusal.ReasonOf(Result));
                        RowCount += 1;
                    end;
            until Outbox.Next() = 0;
        Telemetry.LogUpgraded(RowCount);
    end;
}
