/// <summary>Prepares each company when the extension is installed.</summary>
codeunit 50115 "Error Desk Install"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;
    Subtype = Install;

    trigger OnInstallAppPerCompany()
    var
        Setup: Record "Error Desk Setup";
        UpgradeTags: Codeunit "Error Desk Upgrade Tags";
    begin
        Setup.GetOrCreate();
        UpgradeTags.SetAll();
    end;
}
