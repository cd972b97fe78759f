package dev.arduinotrader.planning;

/**
 * How it is known that nothing better exists.
 *
 * @param proven the whole space was searched or bounded
 * @param setsExamined sets of candidates whose end state was scored
 * @param setsTotal all sets up to the depth
 * @param gap by how much an unexamined set could be better at most; 0 when proven
 * @param candidates how many candidates entered the search
 * @param depthMax trades in one set at most
 */
public record Certificate(
    boolean proven, long setsExamined, long setsTotal, double gap, int candidates, int depthMax) {}
