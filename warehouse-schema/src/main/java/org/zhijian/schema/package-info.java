/** The vocabulary in which every table of the warehouse is declared: table, column, layer, reference, check. */
package org.zhijian.schema;
