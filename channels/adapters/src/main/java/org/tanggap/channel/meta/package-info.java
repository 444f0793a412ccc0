/**
 * The channels of Meta: WhatsApp numbers, Facebook pages and Instagram accounts. They share one
 * signature, one web hook and one Graph API; what differs is what the events mean and how they are
 * answered.
 *
 * <p>Start at {@link org.tanggap.channel.meta.MetaApp}, then {@link
 * org.tanggap.channel.meta.WhatsAppChannel}.
 */
@NullMarked
package org.tanggap.channel.meta;

import org.jspecify.annotations.NullMarked;
