/** The commitment letter 承诺书 as a document, and how anybody sees whether it is authentic. */
@NullMarked
package org.chengnuo.approval.api.letter;

import org.jspecify.annotations.NullMarked;
