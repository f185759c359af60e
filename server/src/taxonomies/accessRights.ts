// Rights to Windows objects: the bits of the masks in which events tell them, and their codes in messages.
import type { FieldValues } from "./defineTaxonomy.ts";

const standardRights: FieldValues = {
	"0x10000": "delete",
	"0x20000": "read permissions",
	"0x40000": "change permissions",
	"0x80000": "change the owner",
	"0x100000": "synchronize",
	"0x1000000": "read or change auditing",
};

/** To a process; first the sums that hunters look for, whose bits follow. */
export const processRights: FieldValues = {
	"0x1000": "query, limited",
	"0x1010": "query, limited, and read memory",
	"0x1410": "query and read memory",
	"0x143A": "query, start threads, and read and write memory",
	"0x1F0FFF": "everything, as before Windows Vista",
	"0x1FFFFF": "everything",
	"0x1": "terminate",
	"0x2": "start threads",
	"0x8": "change memory",
	"0x10": "read memory",
	"0x20": "write memory",
	"0x40": "duplicate handles",
	"0x80": "create processes",
	"0x100": "set quotas",
	"0x200": "set properties",
	"0x400": "query",
	"0x800": "suspend or resume",
	...standardRights,
};

/** To a file or folder. */
export const fileRights: FieldValues = {
	"0x1": "read data or list the folder",
	"0x2": "write data or add files",
	"0x4": "append data or add folders",
	"0x8": "read extended attributes",
	"0x10": "write extended attributes",
	"0x20": "execute or traverse",
	"0x40": "delete what is in the folder",
	"0x80": "read attributes",
	"0x100": "write attributes",
	...standardRights,
};

/** To a registry key. */
export const registryRights: FieldValues = {
	"0x1": "query values",
	"0x2": "set values",
	"0x4": "create subkeys",
	"0x8": "list subkeys",
	"0x10": "be notified",
	"0x20": "create links",
	...standardRights,
};

/** To an object of Active Directory. */
export const directoryRights: FieldValues = {
	"0x1": "create children",
	"0x2": "delete children",
	"0x4": "list children",
	"0x8": "write with validation",
	"0x10": "read properties",
	"0x20": "write properties",
	"0x40": "delete the tree",
	"0x80": "list the object",
	"0x100": "use an extended right",
	...standardRights,
};

/** Codes of rights in messages. */
export const accessCodes: FieldValues = {
	"%%1537": "delete",
	"%%1538": "read permissions",
	"%%1539": "change permissions",
	"%%1540": "change the owner",
	"%%1541": "synchronize",
	"%%1542": "read or change auditing",
	"%%4416": "read data or list the folder",
	"%%4417": "write data or add files",
	"%%4418": "append data or add folders",
	"%%4419": "read extended attributes",
	"%%4420": "write extended attributes",
	"%%4421": "execute or traverse",
	"%%4422": "delete what is in the folder",
	"%%4423": "read attributes",
	"%%4424": "write attributes",
};
