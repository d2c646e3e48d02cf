/// <summary>The steps of upgrades that a company has behind it, by their tags. A new installation or company has nothing to upgrade.</summary>
codeunit 50118 "Error Desk Upgrade Tags"
{
    Access = Internal;
    InherentEntitlements = X;
    InherentPermissions = X;

    var
        ReadableReasonsTok: Label 'ERRORDESK-0.2-READABLE-REASONS', Locked = true;

    /// <summary>Tag of the step of version 0.2 that makes the reasons of refusals readable.</summary>
    procedure ReadableReasons(): Code[250]
    begin
        exit(ReadableReasonsTok);
    end;

    /// <summary>Marks all steps as done in this company.</summary>
    procedure SetAll()
    var
        UpgradeTag: Codeunit "Upgrade Tag";
    begin
        if not UpgradeTag.HasUpgradeTag(ReadableReasons()) then
            UpgradeTag.SetUpgradeTag(ReadableReasons());
    end;

    [EventSubscriber(ObjectType::Codeunit, Codeunit::"Upgrade Tag", OnGetPerCompanyUpgradeTags, '', false, false)]
    local procedure AddTagsOfNewCompany(var PerCompanyUpgradeTags: List of [Code[250]])
    begin
        PerCompanyUpgradeTags.Add(ReadableReasons());
    end;
}
