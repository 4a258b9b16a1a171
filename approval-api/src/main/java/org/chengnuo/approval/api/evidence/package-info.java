/** Attachments 附件: what proves an act, kept under the hash of its content. */
@NullMarked
package org.chengnuo.approval.api.evidence;

import org.jspecify.annotations.NullMarked;
