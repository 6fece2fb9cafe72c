/** Drawing what is inspected, and by whom (R4, R5), in plain Java: whoever has the interactions can draw them again. */
package org.zhijian.etl.draw;
