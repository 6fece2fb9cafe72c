/** The layout of score sheets: workbooks that go out to inspectors and come back through the landing folder. */
package org.zhijian.schema.sheet;
