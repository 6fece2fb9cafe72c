/** What each report says: the marts of a publication made into documents, in Chinese and English. */
package org.zhijian.reports.content;
