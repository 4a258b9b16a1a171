/**
 * What happens by itself: the rules are the domain's, named When…Then…; here they are set off in
 * time.
 */
@NullMarked
package org.chengnuo.approval.api.automation;

import org.jspecify.annotations.NullMarked;
