/** The command line that puts the parts of the suite together, one class a command. */
package org.zhijian.app;
