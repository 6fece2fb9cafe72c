/** The only package that reads or writes the warehouse's tables. */
package org.zhijian.etl.io;
