/** What commands talk to the person through: text, tables and progress. */
package org.zhijian.app.console;
