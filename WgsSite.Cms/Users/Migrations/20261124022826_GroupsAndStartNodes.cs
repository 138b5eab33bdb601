using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WgsSite.Cms.Users.Migrations
{
    /// <inheritdoc />
    public partial class GroupsAndStartNodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "DeletedAt",
                table: "User",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DocumentStartNodes",
                table: "User",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Groups",
                table: "User",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "HasDocumentRootAccess",
                table: "User",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "HasMediaRootAccess",
                table: "User",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsDisabled",
                table: "User",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MediaStartNodes",
                table: "User",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateTime>(
                name: "PasswordChangedAt",
                table: "User",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "User",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            // Whoever had an account so far was allowed everything.
            migrationBuilder.Sql("UPDATE User SET Groups = '[\"admin\"]', HasDocumentRootAccess = 1, HasMediaRootAccess = 1, UpdatedAt = CreatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "User");

            migrationBuilder.DropColumn(
                name: "DocumentStartNodes",
                table: "User");

            migrationBuilder.DropColumn(
                name: "Groups",
                table: "User");

            migrationBuilder.DropColumn(
                name: "HasDocumentRootAccess",
                table: "User");

            migrationBuilder.DropColumn(
                name: "HasMediaRootAccess",
                table: "User");

            migrationBuilder.DropColumn(
                name: "IsDisabled",
                table: "User");

            migrationBuilder.DropColumn(
                name: "MediaStartNodes",
                table: "User");

            migrationBuilder.DropColumn(
                name: "PasswordChangedAt",
                table: "User");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "User");
        }
    }
}
