package dev.arduinotrader.portfolio;

/** The highest outbox number that is booked with everything below it. */
public record BookingReceipt(long bookedSequence) {}
