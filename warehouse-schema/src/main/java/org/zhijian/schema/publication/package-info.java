/** The published state of the warehouse: which version of every table belongs together. */
package org.zhijian.schema.publication;
