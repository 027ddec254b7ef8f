{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Retirar un rol</h1>
<div class="alerta"><p><strong>{{NOMBRE}}</strong> dejará de ser «{{ROL_NOMBRE}}»{{#HAY_ENTIDAD}} en {{ENTIDAD}}{{/HAY_ENTIDAD}} desde este momento. Lo que registró se conserva. Si fue un error, el rol se puede volver a dar.</p></div>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Confirme que la persona ya no debe tener este rol. Si no le queda otro, no podrá entrar al portal. El cambio queda en la auditoría.</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_MOTIVO}}
<div class="acc"><button class="peligro">Retirar el rol</button> <a href="{{VOLVER}}">No, volver</a></div>
</form>
