/**
 * An officer's app: what a lurah does on a phone with the complaints of the kelurahan, as JSON over
 * HTTP. The host's web framework hands the requests over, as it does those of a push channel, and
 * they are authenticated, limited and answered in the same types; that is why it stands among the
 * channels. It is none: no citizen writes or is answered on it, and nothing of it is polled. It
 * stands in front of a {@link org.tanggap.desk.FeedbackDesk} instead of behind it. Pictures need
 * {@code com.drewnoakes:metadata-extractor}. Start at {@link
 * org.tanggap.channel.officerapp.OfficerApp}.
 */
@NullMarked
package org.tanggap.channel.officerapp;

import org.jspecify.annotations.NullMarked;
