/** From landing files to the raw tables: finding, checking, reading, converting, masking, and telling versions apart. */
package org.zhijian.etl.ingest;
