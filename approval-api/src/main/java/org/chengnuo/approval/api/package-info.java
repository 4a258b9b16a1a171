/** How Chengnuo is asked and how it remembers: one package for each thing that a person does. */
@NullMarked
package org.chengnuo.approval.api;

import org.jspecify.annotations.NullMarked;
