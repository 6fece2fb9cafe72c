/** What a publication says about landing files that were rejected, whole or in part. */
package org.zhijian.app.quarantine;
