using Microsoft.AspNetCore.Identity;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>What Identity has to say about names and passwords, in German.</summary>
internal sealed class GermanIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Of(nameof(DefaultError), "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.");
    public override IdentityError ConcurrencyFailure() => Of(nameof(ConcurrencyFailure), "Das Konto wurde gerade von jemand anderem geändert. Bitte versuchen Sie es noch einmal.");
    public override IdentityError PasswordMismatch() => Of(nameof(PasswordMismatch), "Das bisherige Passwort ist nicht richtig.");
    public override IdentityError InvalidEmail(string? email) => Of(nameof(InvalidEmail), "Das ist keine gültige E-Mail-Adresse.");
    public override IdentityError InvalidUserName(string? userName) => Of(nameof(InvalidUserName), "Das ist keine gültige E-Mail-Adresse.");
    public override IdentityError DuplicateEmail(string email) => Of(nameof(DuplicateEmail), "Zu dieser E-Mail-Adresse gibt es schon ein Konto.");
    public override IdentityError DuplicateUserName(string userName) => Of(nameof(DuplicateUserName), "Zu dieser E-Mail-Adresse gibt es schon ein Konto.");
    public override IdentityError PasswordTooShort(int length) => Of(nameof(PasswordTooShort), $"Das Passwort braucht mindestens {length} Zeichen.");
    public override IdentityError PasswordRequiresDigit() => Of(nameof(PasswordRequiresDigit), "Das Passwort braucht eine Ziffer.");
    public override IdentityError PasswordRequiresLower() => Of(nameof(PasswordRequiresLower), "Das Passwort braucht einen kleinen Buchstaben.");
    public override IdentityError PasswordRequiresUpper() => Of(nameof(PasswordRequiresUpper), "Das Passwort braucht einen großen Buchstaben.");
    public override IdentityError PasswordRequiresNonAlphanumeric() => Of(nameof(PasswordRequiresNonAlphanumeric), "Das Passwort braucht ein Sonderzeichen.");
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Of(nameof(PasswordRequiresUniqueChars), $"Das Passwort braucht mindestens {uniqueChars} verschiedene Zeichen.");

    private static IdentityError Of(string code, string text) => new() { Code = code, Description = text };
}
