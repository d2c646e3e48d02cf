/// <summary>What became of a request to the error desk.</summary>
enum 50100 "Error Desk Outcome"
{
    Access = Internal;
    Extensible = false;

    value(0; Accepted)
    {
        Caption = 'Accepted', Locked = true;
    }
    value(1; "No Address")
    {
        Caption = 'No Address', Locked = true;
    }
    value(2; "Not Sent")
    {
        Caption = 'Not Sent', Locked = true;
    }
    value(3; Blocked)
    {
        Caption = 'Blocked', Locked = true;
    }
    value(4; "No Answer")
    {
        Caption = 'No Answer', Locked = true;
    }
    value(5; "Key Refused")
    {
        Caption = 'Key Refused', Locked = true;
    }
    value(6; "Not Found")
    {
        Caption = 'Not Found', Locked = true;
    }
    value(7; "Not Accepted")
    {
        Caption = 'Not Accepted', Locked = true;
    }
}
