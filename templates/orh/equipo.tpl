{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Equipo de la ORH</h1>
<p class="lead">Quiénes registran y siguen la inducción de su entidad.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Nombre a los analistas de su oficina y, cuando se ausente, a quien le sustituya hasta una fecha. El portal le mostrará un enlace personal para entregar. Retire el acceso a quien ya no trabaje con usted.</p></details>
<table class="apila">
<caption class="vh">Equipo de la ORH</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Rol</th><th scope="col">Último ingreso</th><th scope="col">Acciones</th></tr></thead>
<tbody>
{{#EQUIPO}}<tr><th scope="row">{{NOMBRE}}{{#PROPIA}} (usted){{/PROPIA}}<br><span class="hint">{{DOCUMENTO}}</span></th>
<td data-label="Rol">{{ROL_NOMBRE}}{{#SUSTITUTO}}, sustituye{{/SUSTITUTO}}{{#HAY_HASTA}} hasta el {{HASTA}}{{/HAY_HASTA}}{{#SUSPENDIDA}} <span class="hint">Cuenta suspendida</span>{{/SUSPENDIDA}}</td>
<td data-label="Último ingreso">{{#HAY_ULTIMO_INGRESO}}{{ULTIMO_INGRESO}}{{/HAY_ULTIMO_INGRESO}}{{#NO_ULTIMO_INGRESO}}<span class="hint">{{#POR_ENTRAR}}Aún no crea su contraseña{{/POR_ENTRAR}}{{#NO_POR_ENTRAR}}Nunca{{/NO_POR_ENTRAR}}</span>{{/NO_ULTIMO_INGRESO}}</td>
<td data-label="Acciones">{{#PUEDE_ENLACE}}<a href="/usuario/{{USUARIO_ID}}/enlace">Otro enlace <span class="vh">para {{NOMBRE}}</span></a> {{/PUEDE_ENLACE}}{{#RETIRABLE}}<a href="/usuario/retirar/{{ID}}">Retirar <span class="vh">a {{NOMBRE}}</span></a>{{/RETIRABLE}}</td></tr>
{{/EQUIPO}}</tbody>
</table>
<h2>Agregar a alguien</h2>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_QUE}}
{{>CAMPO_HASTA}}
<div class="fila">{{>CAMPO_TIPO_DOCUMENTO}}{{>CAMPO_DOCUMENTO}}</div>
{{>CAMPO_NOMBRES}}
<div class="fila">{{>CAMPO_APELLIDO_PATERNO}}{{>CAMPO_APELLIDO_MATERNO}}</div>
{{>CAMPO_CORREO}}
{{>CAMPO_MOTIVO}}
<div class="acc"><button>Agregar y mostrar el enlace</button></div>
</form>
