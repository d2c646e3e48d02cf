import { byCause } from './labelled-text.ts';

/** Units of measure and unit groups. */
export const unitTexts = byCause({
  'unit-of-measure-invalid': [
    'Base Unit of Measure must have a value in Item: No.=70000. It cannot be zero or empty.',
    'Unit group RESOURCE LINA UOM GR is assigned to multiple products. You cannot use the same unit group for multiple products.',
    "The quantity on the unit of measure 'PCS' should be 1.",
    "Cannot find any unit of measure inside the unit group 'PCS' in Dynamics 365 Sales.",
    'CRM Unit PCS with Unit Group Id {3F2504E0-4F89-41D3-9A0C-0305E82C3301} does not exist.',
    'The unit id is invalid for the product. 0x80043b0f',
    'Unit group 1896-S is assigned to multiple products. You cannot use the same unit group for multiple products.',
    'Item Unit Group for Item 1896-S is not found.',
    'Resource Unit Group for Resource LIFT is not found.',
    'CRM Unit Group NAV PCS does not exist.',
    'CRM Unit PCS with Unit Group Id 3a5c2f10-9b11-ec11-b6e6-000d3a2f4e5a does not exist.',
    "Cannot find the unit group 'NAV PCS' in Dynamics 365 Sales.",
    "Cannot find any unit of measure inside the unit group 'NAV BOX' in Dynamics 365 Sales.",
    "Multiple units of measure were found in the unit group 'NAV BOX' in Dynamics 365 Sales.",
    "The unit of measure in the unit group 'NAV BOX' has an incorrect name: expected name 'BOX', found name 'BOXES'.",
    "The quantity on the unit of measure 'BOX' should be 1.",
    "The unit of measure 'PCS' is not the base unit of measure of the unit group 'NAV PCS'.",
    'Base Unit of Measure must have a value in Item: No.=1000. It cannot be zero or empty.',
    'The item unit of measure PALLET does not exist.',
    'The resource unit of measure DAY does not exist.',
    'Unit of measure KG does not exist.',
    'Cannot create the invoice in Dynamics 365 Sales. The item unit of measure PCS does not exist.',
    'The unit id is invalid.',
    "Cannot find the unit group '%1' in %2.",
    'The unit schedule id is missing.',
    "Dynamics 365 Sales: Cannot find the unit group 'RESOURCE LIFT UOM GR' in Dynamics 365 Sales.",
    'The Dynamics 365 Sales Unit Group 1896-S contains more than one Unit. This setup cannot be used for synchronization.',
  ],
});
