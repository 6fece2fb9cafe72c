/** Runs nights and checks from the command line, shows how they get on, and says how they ended. */
package org.zhijian.app.night;
