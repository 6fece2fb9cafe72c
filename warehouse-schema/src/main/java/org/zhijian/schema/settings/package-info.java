/** The centre's configuration: every setting declared once with its default, what is allowed, and its meaning. */
package org.zhijian.schema.settings;
