/** The data dictionary, written from the declared tables. */
package org.zhijian.app.dictionary;
