/** The landing entities as they came, typed and masked, and the ledger of what was read, rejected and run. */
package org.zhijian.schema.raw;
