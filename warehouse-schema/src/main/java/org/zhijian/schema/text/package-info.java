/** Text for people, in Chinese and English, and the errors that carry it. */
package org.zhijian.schema.text;
