{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Mi cuenta</h1>
<p class="lead">Sus datos de acceso y los equipos donde su sesión está abierta.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Revise que solo estén abiertas las sesiones que usted usa. Si no reconoce una, ciérrela y cambie su contraseña. Si su nombre o documento está mal, pida a la ORH de su entidad que lo corrija.</p></details>
<h2>Mis datos</h2>
<dl class="ficha">
<div><dt>Nombre</dt><dd>{{NOMBRE}}</dd></div>
<div><dt>Documento</dt><dd>{{TIPO_DOCUMENTO}} {{DOCUMENTO}}</dd></div>
<div><dt>Correo para recuperar el acceso</dt><dd>{{#HAY_CORREO}}{{CORREO}}{{/HAY_CORREO}}{{#NO_CORREO}}<span class="hint">No registrado: si olvida su contraseña, pida un enlace a la ORH de su entidad</span>{{/NO_CORREO}} <a href="/cuenta/correo">{{#HAY_CORREO}}Cambiar el correo{{/HAY_CORREO}}{{#NO_CORREO}}Registrar un correo{{/NO_CORREO}}</a></dd></div>
<div><dt>Contraseña</dt><dd>{{#HAY_CLAVE_CAMBIADA}}Cambiada el {{CLAVE_CAMBIADA}}. {{/HAY_CLAVE_CAMBIADA}}<a href="/cuenta/clave">Cambiar la contraseña</a></dd></div>
</dl>
<h2>Mis roles</h2>
<ul>
{{#ROLES}}<li>{{ROL}}{{#HAY_AMBITO}} · {{AMBITO}}{{/HAY_AMBITO}}{{#HAY_HASTA}}, hasta el {{HASTA:x-largo}}{{/HAY_HASTA}}{{#ACTUAL}} <strong>(en uso)</strong>{{/ACTUAL}}</li>
{{/ROLES}}</ul>
{{#HAY_VARIOS}}<p><a href="/cuenta/rol">Cambiar de rol</a></p>
{{/HAY_VARIOS}}<h2>Sesiones abiertas</h2>
<form method="post" action="/cuenta/sesiones" novalidate>
{{>CSRF}}
<table class="apila">
<caption class="vh">Sesiones abiertas de su cuenta</caption>
<thead><tr><th scope="col">Equipo</th><th scope="col">Dirección</th><th scope="col">Rol</th><th scope="col">Desde</th><th scope="col">Último uso</th><th scope="col">Acción</th></tr></thead>
<tbody>
{{#SESIONES}}<tr>
<th scope="row">{{NAVEGADOR}}{{#ACTUAL}} <strong>(esta sesión)</strong>{{/ACTUAL}}</th>
<td data-label="Dirección">{{ADDRESS}}</td>
<td data-label="Rol">{{ROL}}</td>
<td data-label="Desde">{{DESDE}}</td>
<td data-label="Último uso">{{VISTO}}</td>
<td data-label="Acción"><button class="enl" name="sesion_id" value="{{ID}}">Cerrar<span class="vh"> la sesión de {{NAVEGADOR}} abierta el {{DESDE}}</span></button></td>
</tr>{{/SESIONES}}
</tbody>
</table>
<div class="acc">{{#HAY_OTRAS}}<button name="cuales" value="otras">Cerrar las demás</button> {{/HAY_OTRAS}}<button class="sec" name="cuales" value="todas">Cerrar todas, también esta</button></div>
</form>
