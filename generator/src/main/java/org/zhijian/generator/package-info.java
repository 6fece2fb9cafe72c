/** A made-up customer-service centre that writes landing folders: realistic, reproducible by its seed, and the same however it is sliced. */
package org.zhijian.generator;
