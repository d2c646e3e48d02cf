permissionset 50100 "Error Desk"
{
    Assignable = true;
    Caption = 'Error Desk';
    Permissions = codeunit "Error Desk Sender" = X,
                  page "Error Desk Refused" = X,
                  page "Error Desk Setup" = X,
                  table "Error Desk Outbox" = X,
                  table "Error Desk Setup" = X,
                  tabledata "Error Desk Outbox" = RIMD,
                  tabledata "Error Desk Setup" = RIMD;
}
